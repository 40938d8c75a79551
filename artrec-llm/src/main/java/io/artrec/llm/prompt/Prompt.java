package io.artrec.llm.prompt;

import io.artrec.llm.chat.PromptId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt with blanks: {@code {{tone}}} is filled with words of the application's own, {@code
 * {{data:comment}}} with what a stranger wrote, between marks. Immutable and thread-safe.
 */
public final class Prompt {
  private static final Pattern BLANK = Pattern.compile("\\{\\{(data:)?([a-z][a-z0-9-]*)\\}\\}");

  private final PromptId id;
  private final String system;
  private final String user;
  private final Set<String> words = new LinkedHashSet<>();
  private final Set<String> data = new LinkedHashSet<>();

  private Prompt(PromptId id, String system, String user) {
    this.id = id;
    this.system = system;
    this.user = user;
    blanks(system);
    blanks(user);
  }

  private void blanks(String text) {
    Matcher blank = BLANK.matcher(text);
    while (blank.find()) {
      (blank.group(1) == null ? words : data).add(blank.group(2));
    }
    if (BLANK.matcher(text).replaceAll("").contains("{{")) {
      throw new IllegalArgumentException(
          "prompt '"
              + id.name()
              + "' holds {{ that begins no blank; blanks are {{name}} or {{data:name}} in small"
              + " letters, digits and hyphens");
    }
  }

  /**
   * Reads a prompt: a line {@code version: 1}, a line {@code --- system} with the instructions
   * below it, and {@code --- user} with what is asked.
   *
   * @param name the prompt's name
   * @param text the file's text
   * @return the prompt
   * @throws IllegalArgumentException if the text is anything else; the message says what
   */
  public static Prompt read(String name, String text) {
    Matcher parts =
        Pattern.compile(
                "\\s*version:\\s*(\\d{1,6})\\s*\\R--- system\\s*\\R(.*?)\\R--- user\\s*\\R(.*)",
                Pattern.DOTALL)
            .matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "prompt '"
              + name
              + "' does not begin with 'version: N', or lacks the lines '--- system' and '---"
              + " user'");
    }
    return new Prompt(
        new PromptId(name, Integer.parseInt(parts.group(1))),
        plain(parts.group(2)),
        plain(parts.group(3)));
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  /** {@return the name and version, which goes with the request} */
  public PromptId id() {
    return id;
  }

  /**
   * Returns the blanks that are filled with the application's own words.
   *
   * @return their names, in the order they come
   */
  public Set<String> words() {
    return Collections.unmodifiableSet(words);
  }

  /**
   * Returns the blanks that are filled with strangers' texts.
   *
   * @return their names, in the order they come
   */
  public Set<String> data() {
    return Collections.unmodifiableSet(data);
  }

  /**
   * The instructions with their blanks filled in one pass, so that nothing filled in is a blank.
   */
  String system(Function<String, String> filled) {
    return render(system, filled);
  }

  /** What is asked, likewise. */
  String user(Function<String, String> filled) {
    return render(user, filled);
  }

  private static String render(String text, Function<String, String> filled) {
    return BLANK
        .matcher(text)
        .replaceAll(blank -> Matcher.quoteReplacement(filled.apply(blank.group(2))));
  }

  @Override
  public String toString() {
    return "prompt '" + id.name() + "' " + id.version();
  }
}
