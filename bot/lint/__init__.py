"""What every rule needs: the context it looks at, the findings it gives, the engine that runs it."""
