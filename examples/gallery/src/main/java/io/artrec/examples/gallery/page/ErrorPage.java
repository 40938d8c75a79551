package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Request;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import java.util.Optional;

/** Says in words what cannot be shown, and nothing of why but what the visitor can do. */
final class ErrorPage {
  private final Entrance entrance;

  ErrorPage(Entrance entrance) {
    this.entrance = entrance;
  }

  Response show(Request request, int status, Optional<String> incident) {
    Visit visit = entrance.visit(request);
    Text sentence =
        switch (status) {
          case 403 -> Text.ERROR_TOKEN;
          case 404 -> Text.ERROR_NOT_FOUND;
          case 413 -> Text.ERROR_TOO_LARGE;
          case 429 -> Text.ERROR_TOO_MANY;
          default -> status < 500 ? Text.ERROR_REQUEST : Text.ERROR_SERVER;
        };
    return Frame.page(
        visit,
        status,
        visit.say(Text.ERROR_TITLE),
        Frame.heading(visit.say(Text.ERROR_TITLE), visit.say(sentence)),
        Tag.of("p").text(incident.map(number -> visit.say(Text.ERROR_INCIDENT, number)).orElse("")),
        Tag.of("p").add(Tag.of("a").attr("href", "/").text(visit.say(Text.BACK_TO_WALL))));
  }
}
