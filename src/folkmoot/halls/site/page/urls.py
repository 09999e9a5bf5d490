"""Addresses of pages and news: news below `news/`, pages directly below the language, so these come last."""

from django.urls import path, re_path, register_converter
from django.urls.converters import SlugConverter

from folkmoot.halls.site.page import desk, feeds, publishing, views


class PageConverter(SlugConverter):
    """The address of a page: no language tag, so that `/xx/` is not taken for a page of the default language."""

    regex = r"(?!(?i:[a-z]{2}(?:-(?:[a-z]{2}|hans|hant|latn|cyrl|arab))?)/)[-a-zA-Z0-9_]+"


register_converter(PageConverter, "page")

urlpatterns = [
    path("news/", views.show_news, name="news"),
    path("news/<slug:slug>/", views.show_news_item, name="news-item"),
    path("<page:slug>/", views.show_page, name="page"),
]
at_the_desk = [
    path("", desk.show_desk, name="page-desk"),
    path("add/", desk.add, name="page-add"),
    path("<slug:identifier>/", desk.edit, name="page-edit"),
    path("<slug:identifier>/preview/", desk.preview, name="page-preview"),
    path("<slug:identifier>/publish/", publishing.publish, name="page-publish"),
    path("<slug:identifier>/withdraw/", desk.withdraw, name="page-withdraw"),
    path("<slug:identifier>/discard/", desk.discard, name="page-discard"),
    path("<slug:identifier>/planned/<int:number>/give-up/", desk.give_up, name="page-give-up"),
]
files = [
    path("news.atom", feeds.send_news, name="news"),
    re_path(r"^site/(?P<section>page|news)/(?P<slug>[-\w]+)\.json$", views.send_bundle, name="bundle"),
]
