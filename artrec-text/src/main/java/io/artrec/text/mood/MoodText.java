package io.artrec.text.mood;

import io.artrec.text.analysis.MaximumMatching;
import io.artrec.text.analysis.TermDictionary;
import io.artrec.text.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words of mood in texts: English ones longest first, Chinese ones by maximum matching. What
 * is denied ({@code not sad}, 不悲伤) does not count.
 */
final class MoodText {
  private static final Pattern RUN =
      Pattern.compile("(\\p{IsHan}+)|[\\p{IsLatin}]++(?:['’][\\p{IsLatin}]++)*+");
  private static final Pattern WITHIN = Pattern.compile("[\\s\\-‐]+");

  /** Whose something is: a person mostly, and Grimes's is not grim. */
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

  private static final int LONGEST = 4;

  /** How many words before one may deny it. */
  private static final int REACH = 3;

  private static final Set<String> DENIALS =
      Set.of("not", "no", "never", "without", "nor", "neither", "hardly", "nothing", "none");
  private static final String CHINESE_DENIALS = "不没无未非";

  private final Function<String, Optional<MoodWord>> words;
  private final MaximumMatching chinese;

  /**
   * Creates a finder.
   *
   * @param words looks a phrase up that is read in texts
   * @param chineseWords the Chinese ones of two characters and more
   */
  MoodText(Function<String, Optional<MoodWord>> words, List<String> chineseWords) {
    this.words = words;
    chinese = MaximumMatching.of(TermDictionary.of("mood", chineseWords));
  }

  /** A word of the text; joined when only space or a hyphen parts it from the one before. */
  private record Token(String text, boolean chinese, boolean joined) {}

  List<MoodWord> in(String text) {
    List<Token> tokens = tokens(text);
    List<MoodWord> found = new ArrayList<>();
    for (int at = 0; at < tokens.size(); ) {
      at +=
          tokens.get(at).chinese()
              ? readChinese(tokens.get(at).text(), found)
              : readEnglish(tokens, at, found);
    }
    return found;
  }

  private static List<Token> tokens(String text) {
    String lower =
        text.substring(0, Math.min(text.length(), TextAnalysis.MOST_CHARACTERS))
            .toLowerCase(Locale.ROOT);
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = RUN.matcher(lower);
    int end = 0;
    while (matcher.find()) {
      boolean joined = WITHIN.matcher(lower.substring(end, matcher.start())).matches();
      tokens.add(new Token(matcher.group(), matcher.group(1) != null, joined));
      end = matcher.end();
    }
    return tokens;
  }

  private int readChinese(String run, List<MoodWord> found) {
    String before = "";
    for (String piece : chinese.bidirectional(run)) {
      if (piece.length() > 1 && CHINESE_DENIALS.indexOf(lastOf(before)) < 0) {
        words.apply(piece).ifPresent(found::add);
      }
      before = piece;
    }
    return 1;
  }

  private static char lastOf(String piece) {
    return piece.length() == 1 ? piece.charAt(0) : ' ';
  }

  /** Reads the longest phrase at a place; returns how many words it has. */
  private int readEnglish(List<Token> tokens, int at, List<MoodWord> found) {
    if (POSSESSIVE.matcher(tokens.get(at).text()).find()) {
      return 1;
    }
    int longest = 1;
    while (longest < LONGEST && isJoined(tokens, at + longest)) {
      longest++;
    }
    for (int length = longest; length > 0; length--) {
      Optional<MoodWord> word =
          words.apply(
              String.join(" ", tokens.subList(at, at + length).stream().map(Token::text).toList()));
      if (word.isPresent()) {
        if (!isDenied(tokens, at)) {
          found.add(word.get());
        }
        return length;
      }
    }
    return 1;
  }

  private static boolean isJoined(List<Token> tokens, int at) {
    return at < tokens.size() && tokens.get(at).joined() && !tokens.get(at).chinese();
  }

  private static boolean isDenied(List<Token> tokens, int at) {
    for (int back = 1; back <= REACH && at - back >= 0; back++) {
      if (!tokens.get(at - back + 1).joined()) {
        return false;
      }
      String word = tokens.get(at - back).text();
      if (DENIALS.contains(word) || word.endsWith("n't") || word.endsWith("n’t")) {
        return true;
      }
    }
    return false;
  }
}
