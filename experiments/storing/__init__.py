"""Results on the disk: folders written whole or not at all, and where they come from."""
