"""Addresses of the API. A change that breaks somebody's program gets a new version beside this one."""

from django.urls import include, path
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.routers import SimpleRouter

from .docs import docs
from .views import ActionViewSet, CommitteeViewSet, MeetingViewSet

router = SimpleRouter()
router.register("actions", ActionViewSet, basename="api_action")
router.register("committees", CommitteeViewSet, basename="api_committee")
router.register("meetings", MeetingViewSet, basename="api_meeting")

urlpatterns = [
    path("", docs, name="api_docs"),
    path("v1/", include(router.urls)),
    path("v1/openapi.json", SpectacularJSONAPIView.as_view(api_version="v1"), name="api_schema"),
]
