package io.artrec.llm.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels with a description of each, to compare texts with. Immutable. The sets that come along
 * have the same English labels in both languages, so distributions over them can be compared.
 *
 * @param name what the labels are of, for instance {@code mood}
 * @param descriptions for each label, in order, what tells it apart; neither is blank
 * @param frames sentences to put a description into, at {@code {}}; texts are compared with the
 *     mean over them
 */
public record LabelSet(String name, Map<String, String> descriptions, List<String> frames) {
  /** A language that label sets come along in. */
  public enum Language {
    /** English. */
    ENGLISH(1, "{}|A work of art: {}|This picture can be described so: {}"),
    /** Simplified Chinese. */
    CHINESE(2, "{}|一件艺术作品：{}|这幅画可以这样描述：{}");

    private final int column;
    private final String frames;

    Language(int column, String frames) {
      this.column = column;
      this.frames = frames;
    }
  }

  /** Validates the parts. */
  public LabelSet {
    if (descriptions.isEmpty() || frames.isEmpty()) {
      throw new IllegalArgumentException(
          "label set '" + name + "' has no labels or no frames; expected one or more of each");
    }
    descriptions.forEach(
        (label, description) -> {
          if (label.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException(
                "label '" + label + "' of set '" + name + "' or its description is blank");
          }
        });
    for (String frame : frames) {
      if (!frame.contains("{}")) {
        throw new IllegalArgumentException(
            "frame '" + frame + "' of label set '" + name + "' has no {} for the description");
      }
    }
    descriptions = Collections.unmodifiableMap(new LinkedHashMap<>(descriptions));
    frames = List.copyOf(frames);
  }

  /**
   * Returns 28 movements and schools, from gothic to conceptual art.
   *
   * @param language the language of the texts
   * @return the set {@code movement}
   */
  public static LabelSet movements(Language language) {
    return read("movement", language);
  }

  /**
   * Returns 13 manners of depicting, whatever their time: realistic, abstract, painterly and so on.
   *
   * @param language the language of the texts
   * @return the set {@code style}
   */
  public static LabelSet styles(Language language) {
    return read("style", language);
  }

  /**
   * Returns 21 subjects: portrait, landscape, still life and so on.
   *
   * @param language the language of the texts
   * @return the set {@code subject}
   */
  public static LabelSet subjects(Language language) {
    return read("subject", language);
  }

  /**
   * Returns 16 moods, from calm to energetic.
   *
   * @param language the language of the texts
   * @return the set {@code mood}
   */
  public static LabelSet moods(Language language) {
    return read("mood", language);
  }

  /**
   * {@return a set of one's own in the frames of a language}
   *
   * @param name what the labels are of
   * @param descriptions for each label, in order, what tells it apart
   * @param language the language of the texts
   */
  public static LabelSet of(String name, Map<String, String> descriptions, Language language) {
    return new LabelSet(name, descriptions, List.of(language.frames.split("\\|", -1)));
  }

  private static LabelSet read(String name, Language language) {
    Map<String, String> descriptions = new LinkedHashMap<>();
    String resource = name + ".txt";
    try (InputStream in = LabelSet.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("artrec-llm is incomplete: it lacks label/" + resource);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s*\\|\\s*", -1))
          .forEach(cells -> descriptions.put(cells[0], cells[language.column]));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read label/" + resource + " of artrec-llm", e);
    }
    return of(name, descriptions, language);
  }
}
