package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Languages;

/** Keeps which language and which light a visitor chose. */
final class SettingsPage {
  private SettingsPage() {}

  static Response take(Visit visit) {
    Response response = Response.redirect(visit.back());
    visit
        .request()
        .value(Entrance.LANGUAGE)
        .filter(language -> Languages.of(language).isPresent())
        .ifPresent(language -> response.cookie(Entrance.LANGUAGE, language));
    visit
        .request()
        .value(Entrance.THEME)
        .filter(Entrance.THEMES::contains)
        .ifPresent(theme -> response.cookie(Entrance.THEME, theme));
    return response;
  }
}
