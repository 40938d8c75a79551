package io.artrec.text.fact;

import io.artrec.text.fact.FoundClaim.Characters;
import io.artrec.text.fact.FoundClaim.EveryWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds claims in one sentence: listed names, capitals, Chinese names by their marks, years and
 * numbers. Stateless; O(characters).
 */
final class ClaimFinder {
  private static final String LETTER = "[\\p{L}\\p{M}&&[^\\p{IsHan}]]";
  private static final String WORD = "\\p{Lu}" + LETTER + "*+(?:['’.\\-]" + LETTER + "++)*+\\.?";
  private static final String PARTICLES =
      "van|von|de|da|di|del|della|der|den|du|la|le|los|ter|of|the|and";
  private static final Pattern CAPITALS =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{N}])"
              + WORD
              + "(?:(?: (?:"
              + PARTICLES
              + ")){0,2} "
              + WORD
              + ")*+");
  private static final Set<String> JOINING = Set.of(PARTICLES.split("\\|", -1));
  private static final Pattern DOTTED =
      Pattern.compile("\\p{IsHan}{1,4}(?:[·・•]\\p{IsHan}{1,4}){1,4}");
  private static final Pattern QUOTED = Pattern.compile("《([^《》]{1,60})》");
  private static final Pattern TITLED =
      Pattern.compile(
          "(?:画家|艺术家|雕塑家|摄影师|诗人|大师|收藏家|版画家|书法家)([" + Surnames.ALL + "]\\p{IsHan}{1,2})");
  private static final Pattern MADE_BY =
      Pattern.compile("由([" + Surnames.ALL + "]\\p{IsHan}{1,2}?)(?=于|在|绘|创作|所|画|制|雕|拍)");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private ClaimFinder() {}

  /** The claims of a sentence, in their order. */
  static List<FoundClaim> find(String sentence) {
    BitSet taken = new BitSet();
    List<FoundClaim> found = new ArrayList<>(NameList.standard().find(sentence, taken));
    capitals(sentence, taken, found);
    chinese(DOTTED, 0, sentence, taken, found);
    chinese(QUOTED, 1, sentence, taken, found);
    chinese(TITLED, 1, sentence, taken, found);
    chinese(MADE_BY, 1, sentence, taken, found);
    found.addAll(NumberClaims.find(sentence));
    found.sort(Comparator.comparingInt(FoundClaim::start));
    return found;
  }

  private static void chinese(
      Pattern pattern, int group, String sentence, BitSet taken, List<FoundClaim> found) {
    Matcher matcher = pattern.matcher(sentence);
    while (matcher.find()) {
      String name = matcher.group(group);
      int start = matcher.start(group);
      if (taken.get(start, matcher.end(group)).isEmpty()) {
        String core = pattern == DOTTED ? around(name) : name;
        found.add(new FoundClaim(new Claim(Claim.Kind.NAME, name), start, new Characters(core)));
        taken.set(start, matcher.end(group));
      }
    }
  }

  /**
   * The characters on both sides of a name's points: where the name begins and ends among other
   * characters is not known.
   */
  private static String around(String dotted) {
    int first = 0;
    while (KnownFacts.isHan(dotted.charAt(first))) {
      first++;
    }
    int last = dotted.length() - 1;
    while (KnownFacts.isHan(dotted.charAt(last))) {
      last--;
    }
    return dotted.substring(first - 1, last + 2);
  }

  private static void capitals(String sentence, BitSet taken, List<FoundClaim> found) {
    boolean chinese = HAN.matcher(sentence).find();
    Matcher matcher = CAPITALS.matcher(sentence);
    while (matcher.find()) {
      boolean begins = !chinese && begins(sentence, matcher.start());
      List<String> words = words(matcher, begins, taken);
      if (!words.isEmpty()) {
        String shown = String.join(" ", words);
        int start = matcher.start() + Math.max(0, matcher.group().indexOf(words.get(0)));
        found.add(new FoundClaim(new Claim(Claim.Kind.NAME, shown), start, new EveryWord(words)));
      }
    }
  }

  /** The words of a run of capitals that are names: not a sentence's first, nor what is listed. */
  private static List<String> words(Matcher run, boolean begins, BitSet taken) {
    List<String> names = new ArrayList<>();
    int at = run.start();
    boolean first = begins;
    for (String word : Arrays.asList(run.group().split(" ", -1))) {
      boolean name = !first && !JOINING.contains(word) && !PlainCapitals.has(word);
      if (name && !taken.get(at)) {
        names.add(word);
      }
      first = false;
      at += word.length() + 1;
    }
    return names;
  }

  private static boolean begins(String sentence, int at) {
    for (int i = at - 1; i >= 0; i--) {
      char c = sentence.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        return false;
      }
      if (c == ':' || c == '.' || c == '?' || c == '!' || c == ';') {
        return true;
      }
      if (c == ',' || c == '(' || c == '“' || c == '"' || c == '‘') {
        return i == 0;
      }
    }
    return true;
  }

  /** Words that may be capital without naming anything. */
  private static final class PlainCapitals {
    private static final Set<String> WORDS =
        Set.of("i", "a", "an", "the", "mr", "mrs", "ms", "dr", "it", "its", "this", "cm", "no");

    private PlainCapitals() {}

    static boolean has(String word) {
      String plain = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
      return WORDS.contains(plain.toLowerCase(Locale.ROOT));
    }
  }

  /** Chinese family names that are no common beginnings of other words. */
  private static final class Surnames {
    static final String ALL =
        "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文仇倪齐";

    private Surnames() {}
  }
}
