"""The site shell as a Django app, for its template tags and static files."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Holds no models."""

    name = "folkmoot.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
