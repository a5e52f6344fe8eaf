"""What is shown, and what never reaches a screen."""
