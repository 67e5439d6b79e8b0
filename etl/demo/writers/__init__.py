"""How each platform writes its export files, byte for byte as far as it is known."""
