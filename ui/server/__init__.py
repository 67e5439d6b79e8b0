"""The web server around the pages: files, headers, the health address."""
