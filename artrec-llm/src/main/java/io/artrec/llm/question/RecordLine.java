package io.artrec.llm.question;

import io.artrec.catalog.Artwork;
import java.util.ArrayList;
import java.util.List;

/** A record in one line, for a model to read. */
final class RecordLine {
  private RecordLine() {}

  static String of(Artwork work) {
    AnswerText text = new AnswerText(false);
    List<String> parts = new ArrayList<>();
    parts.add(text.work(work));
    work.created().ifPresent(years -> parts.add("made " + text.years(years)));
    work.movements().forEach(parts::add);
    work.genre().ifPresent(parts::add);
    work.medium().ifPresent(parts::add);
    work.techniques().forEach(parts::add);
    work.dimensions().ifPresent(size -> parts.add(text.size(size)));
    if (!work.subjects().isEmpty()) {
      parts.add("shows " + String.join(", ", work.subjects()));
    }
    work.attributes().forEach((name, values) -> parts.add(name + " " + String.join(", ", values)));
    work.price()
        .ifPresent(
            price ->
                parts.add(
                    "price "
                        + price.amount().toPlainString()
                        + " "
                        + price.currency().getCurrencyCode()));
    work.description().ifPresent(parts::add);
    return String.join("; ", parts);
  }
}
