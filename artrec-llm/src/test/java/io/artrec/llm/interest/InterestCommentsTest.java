package io.artrec.llm.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.text.subject.SubjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments and searches with the interests they show. */
class InterestCommentsTest {
  private static final InterestReader READER =
      InterestReader.over(
          Catalog.of(
              Stream.of("Claude Monet", "Katsushika Hokusai", "Francisco Goya", "齐白石")
                  .map(name -> Artwork.builder(name, "Untitled").artist(name).build())
                  .toList()));

  private static boolean isHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  /** With subjects by their English labels. */
  private static Set<String> wanted(String interests) {
    Set<String> wanted = new HashSet<>();
    for (String interest : interests.split("(?<=\\S) (?=[+-])", -1)) {
      if (interest.startsWith("subject ", 1)) {
        String name = interest.substring(9);
        Locale language = isHan(name) ? Locale.CHINESE : Locale.ENGLISH;
        wanted.add(
            interest.charAt(0)
                + "subject "
                + SubjectTree.standard().named(name, language).get(0).label(Locale.ENGLISH));
      } else if (!interest.isBlank()) {
        wanted.add(interest);
      }
    }
    return wanted;
  }

  private static Set<String> found(String text) {
    UserTraces nothing = UserTraces.of(List.of());
    UserTraces traces =
        text.startsWith("?")
            ? nothing.searched(text.substring(1), Instant.EPOCH)
            : nothing.wrote(text, Instant.EPOCH);
    Set<String> found = new HashSet<>();
    READER
        .read(traces)
        .interests()
        .forEach(interest -> found.add((interest.weight() > 0 ? "+" : "-") + interest.trait()));
    return found;
  }

  /** What was measured must not get worse. */
  @ParameterizedTest
  @CsvSource({"false, 0.94", "true, 0.77"})
  void comments_areReadAsMeasured(boolean chinese, double f1) throws IOException {
    int right = 0;
    int all = 0;
    for (String line : lines()) {
      String[] parts = line.split("\\| ", 2);
      if (isHan(parts[1]) == chinese) {
        Set<String> wanted = wanted(parts[0].strip());
        Set<String> found = found(parts[1]);
        all += wanted.size() + found.size();
        found.retainAll(wanted);
        right += found.size();
      }
    }
    assertThat(all).isGreaterThan(30);
    assertThat(2.0 * right / all).isGreaterThan(f1);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            InterestCommentsTest.class.getResourceAsStream("comments.txt"), "comments.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
