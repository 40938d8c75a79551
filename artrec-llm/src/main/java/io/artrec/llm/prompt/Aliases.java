package io.artrec.llm.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Names by which a model is told of candidates: four letters and digits each, drawn for one
 * request, so that no text among them can name another, and no id of the application leaves it.
 * What a model names that is no alias is nobody. Immutable and thread-safe.
 */
public final class Aliases {
  private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";
  private static final int LENGTH = 4;

  private final List<String> texts;
  private final List<String> names;
  private final Map<String, Integer> positions = new HashMap<>();

  private Aliases(List<String> texts, List<String> names) {
    this.texts = texts;
    this.names = names;
    for (int i = 0; i < names.size(); i++) {
      positions.put(names.get(i), i);
    }
  }

  /** Draws one name for each text. */
  static Aliases of(Seal seal, List<String> texts) {
    List<String> content = new ArrayList<>(texts);
    content.add("alias");
    List<String> names = new ArrayList<>();
    for (int i = 0, tried = 0; i < texts.size(); tried++) {
      content.set(texts.size(), "alias " + tried);
      String name = name(seal.draw(content));
      if (!names.contains(name)) {
        names.add(name);
        i++;
      }
    }
    return new Aliases(List.copyOf(texts), List.copyOf(names));
  }

  private static String name(byte[] drawn) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      name.append(LETTERS.charAt((drawn[i] & 0xFF) % LETTERS.length()));
    }
    return name.toString();
  }

  /**
   * Returns the names.
   *
   * @return one for each candidate, in their order
   */
  public List<String> names() {
    return names;
  }

  /**
   * Returns the candidates' texts.
   *
   * @return as they were given
   */
  public List<String> texts() {
    return texts;
  }

  /**
   * Finds whom a model names.
   *
   * @param name what the model said; spaces around it and its case do not matter
   * @return the candidate's position, or empty where it is nobody's name
   */
  public OptionalInt position(String name) {
    return Optional.ofNullable(positions.get(name.strip().toLowerCase(Locale.ROOT)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  @Override
  public String toString() {
    return "aliases of " + names.size() + " candidates";
  }
}
