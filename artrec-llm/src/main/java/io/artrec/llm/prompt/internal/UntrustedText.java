package io.artrec.llm.prompt.internal;

import io.artrec.text.analysis.TextCleaning;
import io.artrec.text.analysis.TextCleaning.Step;
import java.util.EnumSet;
import java.util.regex.Pattern;

/**
 * Texts of strangers on their way to a model, and of models on their way to people. Stateless.
 * O(characters).
 *
 * <p>To a model: NFKC; no marks of direction, tags, joiners, characters without width, variation
 * selectors or private characters, which hide text from people; addresses of e-mail and what looks
 * like a key replaced; then capped. To people: the same, without HTML and addresses of the web,
 * which could carry data away.
 */
public final class UntrustedText {
  private static final TextCleaning SAID =
      TextCleaning.of(EnumSet.of(Step.CONTROLS, Step.COMPATIBILITY, Step.SPACES))
          .keepingParagraphs();
  private static final TextCleaning SHOWN =
      TextCleaning.of(EnumSet.of(Step.HTML, Step.URLS, Step.CONTROLS, Step.SPACES))
          .keepingParagraphs();
  private static final Pattern MAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}"
              + "(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(?:(?:sk|pk|rk|ghp|gho|glpat|xox[abp])[-_][A-Za-z0-9_-]{8,200}"
              + "|(?:AKIA|AIza|ya29\\.|eyJ)[A-Za-z0-9._-]{12,4000}"
              + "|(?i:bearer) [A-Za-z0-9._~+/=-]{16,4000})");
  private static final int MOST_PASSES = 8;
  private static final Pattern MARKS = Pattern.compile("<{3,}|>{3,}");
  private static final Pattern PICTURE =
      Pattern.compile("!?\\[([^\\[\\]]{0,500})\\]\\([^()]{0,2000}\\)");

  private UntrustedText() {}

  /**
   * Makes a text fit to be read by a model.
   *
   * @param text the text
   * @param maxChars the most chars of the result, 1 or more; what is longer ends with an ellipsis
   * @return the cleaned text
   */
  public static String forModel(String text, int maxChars) {
    String visible = visible(SAID.clean(visible(bounded(text, maxChars))));
    String silent = KEY.matcher(MAIL.matcher(visible).replaceAll("[e-mail]")).replaceAll("[key]");
    return capped(MARKS.matcher(silent).replaceAll(" ").strip(), maxChars);
  }

  /**
   * Makes a text of a model fit to be shown.
   *
   * @param text the text
   * @param maxChars the most chars of the result, 1 or more; what is longer ends with an ellipsis
   * @return plain text
   */
  public static String forPeople(String text, int maxChars) {
    String shown = visible(bounded(text, maxChars));
    String before = "";
    for (int i = 0; i < MOST_PASSES && !shown.equals(before); i++) {
      before = shown;
      shown = plain(shown);
    }
    return capped(shown.replace("://", ": //").replace("](", "] ("), maxChars);
  }

  /**
   * Replaces the id of a visitor where it stands as a word of its own, in whatever case, as it is
   * or as cleaning makes it.
   *
   * @param id the id; a blank one is nowhere
   * @param text the text
   * @return the text with {@code [visitor]} in its places
   */
  public static String without(String id, String text) {
    String cleaned = visible(SAID.clean(visible(id))).strip();
    return replaced(cleaned, replaced(id, text));
  }

  private static String replaced(String id, String text) {
    if (id.isBlank()) {
      return text;
    }
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(id) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .replaceAll("[visitor]");
  }

  /** One pass; what it takes out may have parted something that the next one finds. */
  private static String plain(String text) {
    String silent = MAIL.matcher(text).replaceAll(" ");
    String linked = PICTURE.matcher(silent).replaceAll("$1").replace("](", "] (");
    return visible(SHOWN.clean(linked)).strip();
  }

  /** Not more than cleaning needs to fill the cap, so that a long text costs no more. */
  private static String bounded(String text, int maxChars) {
    if (maxChars < 1) {
      throw new IllegalArgumentException("maxChars is " + maxChars + ", expected 1 or more");
    }
    long most = 8L * maxChars + 1024;
    return text.length() <= most ? text : text.substring(0, (int) most);
  }

  private static String visible(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(UntrustedText::isVisible).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    boolean filler = c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    return type != Character.FORMAT
        && type != Character.PRIVATE_USE
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && !selector
        && !filler;
  }

  private static String capped(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = maxChars - 1;
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
