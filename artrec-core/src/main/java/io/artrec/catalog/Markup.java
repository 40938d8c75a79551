package io.artrec.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes HTML out of short texts: tags by their known names, entities by name or number, also such
 * as were escaped twice. What only looks like either stays.
 */
final class Markup {
  private static final int ROUNDS = 3;
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\p{Alpha}{2,8}\\d{0,2}));");
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:(i|b|em|strong|u|s|sup|sub|span|a|font|small|big|cite|q|mark|abbr|code|tt|strike|del|ins)|(br|p|div|li|ul|ol|h[1-6]|hr|tr|td))"
              + "(?:\\s[^<>]{0,500})?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACES = Pattern.compile("\\s{2,}");

  private static final Map<String, String> NAMED = new HashMap<>();

  /** The entities of ISO 8859-1 in the order of their characters, from 160. */
  private static final List<String> LATIN =
      List.of(
          ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3"
                  + " acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc"
                  + " Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde"
                  + " Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave"
                  + " aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
                  + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn"
                  + " yuml")
              .split(" ", -1));

  static {
    for (int i = 0; i < LATIN.size(); i++) {
      NAMED.put(LATIN.get(i), String.valueOf((char) (160 + i)));
    }
    NAMED.put("amp", "&");
    NAMED.put("lt", "<");
    NAMED.put("gt", ">");
    NAMED.put("quot", "\"");
    NAMED.put("apos", "'");
    NAMED.put("nbsp", " ");
    NAMED.put("shy", "");
    NAMED.put("ndash", "–");
    NAMED.put("mdash", "—");
    NAMED.put("lsquo", "‘");
    NAMED.put("rsquo", "’");
    NAMED.put("sbquo", "‚");
    NAMED.put("ldquo", "“");
    NAMED.put("rdquo", "”");
    NAMED.put("bdquo", "„");
    NAMED.put("hellip", "…");
    NAMED.put("OElig", "Œ");
    NAMED.put("oelig", "œ");
    NAMED.put("Scaron", "Š");
    NAMED.put("scaron", "š");
    NAMED.put("Zcaron", "Ž");
    NAMED.put("zcaron", "ž");
    NAMED.put("bull", "•");
    NAMED.put("prime", "′");
    NAMED.put("Prime", "″");
  }

  private Markup() {}

  /** Returns a text in one line without tags and entities. */
  static String plain(String text) {
    if (text.indexOf('&') < 0 && text.indexOf('<') < 0) {
      return text;
    }
    String plain = text;
    for (int round = 0; round < ROUNDS; round++) {
      String before = plain;
      plain = TAG.matcher(plain).replaceAll(tag -> tag.group(2) == null ? "" : " ");
      plain = ENTITY.matcher(plain).replaceAll(Markup::character);
      if (plain.equals(before)) {
        break;
      }
    }
    return SPACES.matcher(plain).replaceAll(" ").strip();
  }

  private static String character(MatchResult entity) {
    String name = entity.group(3);
    if (name != null) {
      String same = NAMED.get(name);
      String lower = same == null ? NAMED.get(name.toLowerCase(Locale.ROOT)) : same;
      return Matcher.quoteReplacement(lower == null ? entity.group() : lower);
    }
    int code =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    boolean sound = Character.isDefined(code) && !Character.isISOControl(code);
    boolean half = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    return Matcher.quoteReplacement(
        sound && !half
            ? Character.toString(code)
            : code == 9 || code == 10 || code == 13 ? " " : entity.group());
  }
}
