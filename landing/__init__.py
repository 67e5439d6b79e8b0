"""The one door: how a file or an event enters, and where everything lies. Imports nothing of ours."""
