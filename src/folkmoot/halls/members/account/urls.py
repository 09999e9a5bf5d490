"""Addresses of signing in and out."""

from django.urls import path

from folkmoot.halls.members.account import views

urlpatterns = [
    path("account/sign-in/", views.sign_in, name="sign-in"),
    path("account/sign-in/<int:number>/<str:token>/", views.sign_in_link, name="sign-in-link"),
    path("account/sign-out/", views.sign_out, name="sign-out"),
    path("account/password/", views.password, name="password"),
]
