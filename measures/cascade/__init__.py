"""Who carried a message on, through whom, and how far: pure functions of posts, links and texts."""
