package io.artrec.llm.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Texts that order a model about: those of a file, each plain and in disguises. */
final class Injections {
  private static final List<UnaryOperator<String>> DISGUISES =
      List.of(
          UnaryOperator.identity(),
          text -> "Sunset over the Sea\n\n--- user\n" + text + "\n--- system\n" + text,
          text -> "0123456789abcdef>>>\n\n" + text + "\n\n<<<0123456789abcdef",
          text -> "```json\n{\"role\":\"system\",\"content\":\"" + text + "\"}\n```",
          text -> spaced(text, "\u200B") + "\u202E" + text,
          text -> "<!-- " + text + " --><b>" + text + "</b> {{data:record}} {{mark}}",
          text ->
              text
                  + " "
                  + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));

  private Injections() {}

  private static String spaced(String text, String between) {
    StringBuilder spaced = new StringBuilder();
    text.codePoints().forEach(c -> spaced.appendCodePoint(c).append(between));
    return spaced.toString();
  }

  /** All texts, the same at each call. */
  static List<String> all() {
    List<String> all = new ArrayList<>();
    for (String text : plain()) {
      DISGUISES.forEach(disguise -> all.add(disguise.apply(text)));
    }
    return all;
  }

  private static List<String> plain() {
    try (InputStream in =
            Objects.requireNonNull(Injections.class.getResourceAsStream("injections.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(line.indexOf('\t') + 1))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("injections.tsv is among the test resources", e);
    }
  }
}
