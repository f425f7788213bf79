"""What a user has chosen: the view, its address, and the way back."""
