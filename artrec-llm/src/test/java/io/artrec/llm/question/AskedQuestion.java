package io.artrec.llm.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A question of the set, and when an answer to it is right. */
record AskedQuestion(List<String> cells) {
  static List<AskedQuestion> read(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(AskedQuestion.class.getResourceAsStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> new AskedQuestion(Arrays.asList(line.split("\t", -1))))
          .toList();
    }
  }

  String language() {
    return cells.get(0);
  }

  String catalog() {
    return cells.get(1);
  }

  String kind() {
    return cells.get(2);
  }

  String question() {
    return cells.get(3);
  }

  private Optional<String> work() {
    return Optional.of(cells.get(4)).filter(work -> !work.equals("-"));
  }

  /** Whether the first work cited is the one expected, and all words expected are said. */
  boolean isRight(Answer answer) {
    if (kind().equals("none")) {
      return !answer.isKnown() && answer.works().isEmpty();
    }
    boolean cited = work().isEmpty() || answer.works().stream().findFirst().equals(work());
    boolean said =
        cells.get(5).equals("-")
            || Arrays.stream(cells.get(5).split("\\|", -1))
                .allMatch(words -> says(answer.text(), words));
    return answer.isKnown() && cited && said;
  }

  /** A number must stand by itself. */
  private static boolean says(String text, String words) {
    return words.matches("\\d+")
        ? text.matches("(?s)(?:.*[^\\d.])?" + words + "(?:[^\\d].*)?")
        : text.contains(words);
  }
}
