package io.artrec.examples.gallery.page;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.YearRange;
import io.artrec.error.ArtrecException;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Paths;
import io.artrec.examples.gallery.web.RateLimit;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.examples.gallery.web.Request;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes in a work: a picture that is dropped here, and what is known of it. */
final class AddPage {
  private static final int MOST_CHARACTERS = 200;
  private static final int MOST_SUBJECTS = 12;
  private static final int MOST_CM = 2000;
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 2100;
  private static final double AT_ONCE = 10;
  private static final double A_SECOND = 0.2;

  private final Gallery gallery;
  private final RateLimit limit = new RateLimit(AT_ONCE, A_SECOND, System::nanoTime);

  AddPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response show(Visit visit) {
    return page(visit, 200, Optional.empty());
  }

  private Response page(Visit visit, int status, Optional<Text> trouble) {
    List<Html> parts = new ArrayList<>();
    parts.add(Frame.heading(visit.say(Text.ADD_TITLE), visit.say(Text.ADD_LEAD)));
    trouble.ifPresent(
        it -> parts.add(Tag.of("p", "told").attr("role", "alert").text(visit.say(it))));
    parts.add(form(visit));
    return Frame.page(visit, status, visit.say(Text.NAV_ADD), parts.toArray(Html[]::new));
  }

  private static Tag form(Visit visit) {
    return Frame.form(visit, "/add", "add")
        .attr("enctype", "multipart/form-data")
        .attr("data-live", "")
        .add(
            Tag.of("div", "drop")
                .attr("data-drop", "")
                .add(
                    Frame.field(
                        visit.say(Text.ADD_PICTURE),
                        Tag.of("input")
                            .attr("type", "file")
                            .attr("name", "picture")
                            .attr("accept", "image/jpeg,image/png,image/webp,image/gif,image/tiff")
                            .flag("required", true)))
                .add(Tag.of("p").attr("data-named", "")))
        .add(text(visit, "title", Text.ADD_NAME))
        .add(text(visit, "artist", Text.ADD_ARTIST))
        .add(text(visit, "year", Text.ADD_YEAR))
        .add(text(visit, "subjects", Text.ADD_SUBJECTS))
        .add(
            Tag.of("div", "line")
                .add(text(visit, "height", Text.ADD_HEIGHT), text(visit, "width", Text.ADD_WIDTH)))
        .add(Tag.of("button").text(visit.say(Text.ADD_GO)));
  }

  private static Tag text(Visit visit, String name, Text label) {
    return Frame.field(
        visit.say(label), Tag.of("input").attr("name", name).attr("maxlength", MOST_CHARACTERS));
  }

  Response take(Visit visit) throws IOException {
    if (!limit.take(visit.request().asker())) {
      throw new Refusal(429, "too many works in a short time");
    }
    Optional<byte[]> picture = visit.request().file("picture");
    Optional<String> title = visit.request().value("title");
    if (picture.isEmpty() || title.isEmpty()) {
      return page(visit, 400, Optional.of(Text.ADD_MISSING));
    }
    try {
      Optional<Artwork> hung =
          gallery.collection().add(record(visit.request(), title.get()), picture.get());
      if (hung.isEmpty()) {
        return page(visit, 409, Optional.of(Text.ADD_FULL));
      }
      visit.guest().did(new Deed(Deed.Kind.ADDED, hung.get().title(), Optional.empty()));
      return Response.redirect(Paths.of("work", hung.get().id()));
    } catch (ArtrecException e) {
      return page(visit, 400, Optional.of(Text.ADD_REFUSED));
    }
  }

  private static Artwork record(Request request, String title) {
    Artwork.Builder work =
        Artwork.builder("added-" + UUID.randomUUID().toString().substring(0, 13), cut(title));
    request.value("artist").ifPresent(artist -> work.artist(cut(artist)));
    if (request.value("year").isPresent()) {
      request
          .number("year", FIRST_YEAR, LAST_YEAR)
          .ifPresent(year -> work.created(YearRange.of(year)));
    }
    request.value("subjects").map(AddPage::subjects).orElse(List.of()).forEach(work::subject);
    Optional<Integer> height = request.number("height", 1, MOST_CM);
    Optional<Integer> width = request.number("width", 1, MOST_CM);
    if (height.isPresent() && width.isPresent()) {
      work.dimensions(Dimensions.ofCm(width.get(), height.get()));
    }
    return work.build();
  }

  private static List<String> subjects(String text) {
    List<String> subjects = new ArrayList<>();
    for (String subject : text.split("[,;、，；|]", MOST_SUBJECTS)) {
      if (!subject.isBlank()) {
        subjects.add(cut(subject.strip()));
      }
    }
    return subjects;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }
}
