"""The address of a post on its platform, and the id it is known by."""

from etl.demo.model import Post


def permalink(post: Post) -> str:
    return PERMALINKS[post.account.platform](post)


def known_id(post: Post) -> str:
    """The id a post is known by once its export is loaded: Instagram's shortcode, else the number the export gives."""
    return f"{post.account.platform}:{post.code if post.account.platform == 'instagram' else post.native_id}"


def _instagram(post: Post) -> str:
    if post.item.kind == "story":
        return f"https://www.instagram.com/stories/{post.account.handle}/{post.native_id}"
    return f"https://www.instagram.com/{'reel' if post.item.kind == 'video' else 'p'}/{post.code}/"


def _facebook(post: Post) -> str:
    if post.item.kind == "video":
        return f"https://www.facebook.com/reel/{post.code}/"
    return f"https://www.facebook.com/{post.account.handle}/posts/{post.native_id}"


def _tiktok(post: Post) -> str:
    return f"https://www.tiktok.com/@{post.account.handle}/video/{post.native_id}"


def _youtube(post: Post) -> str:
    return f"https://www.youtube.com/watch?v={post.native_id}"


def _x(post: Post) -> str:
    return f"https://x.com/{post.account.handle}/status/{post.native_id}"


PERMALINKS = {"instagram": _instagram, "facebook": _facebook, "tiktok": _tiktok, "youtube": _youtube, "x": _x}
