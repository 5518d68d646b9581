"""One file per thing that happens: each gathers, decides and hands the result on to be written."""
