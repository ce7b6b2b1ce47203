"""What a valid file is, one schema per kind of file, and how errors in it are told to its author."""
