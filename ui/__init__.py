"""What a person sees: the menu, the parts of a page, and the questions pages may ask."""
