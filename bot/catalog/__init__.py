"""The record format: its model, reader, writer, schema and errors."""
