package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import java.util.List;

/** Says what this is. */
final class AboutPage {
  private static final List<Text> PARAGRAPHS =
      List.of(
          Text.ABOUT_WORKS, Text.ABOUT_REASONS, Text.ABOUT_MEMORY, Text.ABOUT_SAFE, Text.ABOUT_MAP);

  private AboutPage() {}

  static Response show(Visit visit) {
    Tag text = Tag.of("div", "prose");
    PARAGRAPHS.forEach(paragraph -> text.add(Tag.of("p").text(visit.say(paragraph))));
    return Frame.page(
        visit,
        visit.say(Text.NAV_ABOUT),
        Frame.heading(visit.say(Text.ABOUT_TITLE), visit.say(Text.ABOUT_LEAD)),
        text);
  }
}
