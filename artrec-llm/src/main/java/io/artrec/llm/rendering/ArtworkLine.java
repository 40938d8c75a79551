package io.artrec.llm.rendering;

import io.artrec.catalog.Artwork;
import io.artrec.llm.prompt.internal.UntrustedText;
import io.artrec.text.analysis.ArtworkText;
import java.util.List;

/** A work in one line. */
final class ArtworkLine {
  private ArtworkLine() {}

  /** {@code title — makers, movements, genre, medium, techniques; subjects}. */
  static String of(Artwork work, int mostChars) {
    StringBuilder line = new StringBuilder(work.title());
    List<String> facts = ArtworkText.facts(work);
    if (!facts.isEmpty()) {
      line.append(" — ").append(String.join(", ", facts));
    }
    if (!work.subjects().isEmpty()) {
      line.append("; ").append(String.join(", ", work.subjects()));
    }
    return oneLine(line.toString(), mostChars);
  }

  /** {@code title — makers}: the answer by which a work is named. */
  static String name(Artwork work, int mostChars) {
    StringBuilder name = new StringBuilder(work.title());
    work.artists()
        .forEach(
            credit ->
                name.append(name.length() == work.title().length() ? " — " : ", ")
                    .append(credit.name()));
    return oneLine(name.toString(), mostChars);
  }

  static String oneLine(String text, int mostChars) {
    return UntrustedText.forModel(text, mostChars).replace('\n', ' ');
  }
}
