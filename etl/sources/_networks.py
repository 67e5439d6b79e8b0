"""What third-party tools call the platforms."""

NETWORKS = {
    "facebook": "facebook",
    "facebook page": "facebook",
    "instagram": "instagram",
    "instagram business": "instagram",
    "instagram business account": "instagram",
    "tiktok": "tiktok",
    "tiktok business": "tiktok",
    "youtube": "youtube",
    "youtube channel": "youtube",
    "x": "x",
    "twitter": "x",
    "x (twitter)": "x",
    "x (formerly twitter)": "x",
    "threads": "threads",
}


def platform_of(name: str) -> str:
    """Our word for a network; an unknown one stays as it is written."""
    return NETWORKS.get(" ".join(name.split()).casefold(), name)
