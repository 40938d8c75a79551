package io.artrec.text.analysis;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the words out of HTML. What is no tag, comment or entity of HTML stays as it stands: {@code
 * a < b}, {@code <unknown>}, {@code R&D}, and a tag that nothing closes. O(characters); used once.
 */
final class HtmlText {
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "br",
          "caption",
          "center",
          "dd",
          "details",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "frameset",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hr",
          "html",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "optgroup",
          "option",
          "p",
          "pre",
          "section",
          "select",
          "summary",
          "table",
          "tbody",
          "td",
          "textarea",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "ul");
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "applet",
          "area",
          "audio",
          "b",
          "base",
          "basefont",
          "bdi",
          "bdo",
          "big",
          "button",
          "canvas",
          "cite",
          "code",
          "col",
          "colgroup",
          "data",
          "datalist",
          "del",
          "dfn",
          "dialog",
          "em",
          "embed",
          "font",
          "frame",
          "i",
          "iframe",
          "img",
          "input",
          "ins",
          "kbd",
          "label",
          "link",
          "map",
          "mark",
          "meta",
          "meter",
          "noscript",
          "object",
          "output",
          "param",
          "picture",
          "progress",
          "q",
          "rp",
          "rt",
          "ruby",
          "s",
          "samp",
          "slot",
          "small",
          "source",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "svg",
          "template",
          "time",
          "track",
          "tt",
          "u",
          "var",
          "video",
          "wbr");
  private static final Set<String> HIDDEN = Set.of("script", "style");
  private static final int LONGEST_NAME = 10;
  private static final Map<String, String> ENTITIES = entities();

  private final String html;
  private final StringBuilder text;
  private final Set<String> unclosed = new HashSet<>();
  private int commentEndsBefore = Integer.MAX_VALUE;
  private int singleQuotesBefore = Integer.MAX_VALUE;
  private int doubleQuotesBefore = Integer.MAX_VALUE;

  /** Where the inside of a tag may go on to no end. */
  private final BitSet endless = new BitSet();

  private HtmlText(String html) {
    this.html = html;
    text = new StringBuilder(html.length());
  }

  /** Returns the text of some HTML. */
  static String of(String html) {
    HtmlText scan = new HtmlText(html);
    for (int i = 0; i < html.length(); ) {
      char c = html.charAt(i);
      int next = c == '<' ? scan.afterMarkup(i) : c == '&' ? scan.afterEntity(i) : i;
      if (next == i) {
        scan.text.append(c);
        next++;
      }
      i = next;
    }
    return scan.text.toString();
  }

  /** Passes over what a {@code <} opens; returns the same offset when it opens nothing. */
  private int afterMarkup(int open) {
    if (html.startsWith("<!--", open)) {
      return afterComment(open);
    }
    int nameStart = open + (html.startsWith("</", open) ? 2 : 1);
    int nameEnd = nameStart;
    while (nameEnd < html.length()
        && nameEnd - nameStart <= LONGEST_NAME
        && isAsciiLetterOrDigit(html.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    boolean declaration =
        html.regionMatches(true, open, "<!doctype", 0, 9) || html.startsWith("<?xml", open);
    boolean block = BLOCKS.contains(name);
    boolean hidden = HIDDEN.contains(name);
    if (!block && !hidden && !INLINE.contains(name) && !declaration) {
      return open;
    }
    int end = tagEnd(declaration ? open + 1 : nameEnd);
    if (end < 0) {
      return open;
    }
    if (block) {
      text.append('\n');
    }
    return hidden && nameStart == open + 1 ? afterHidden(name, end) : end;
  }

  private int afterComment(int open) {
    if (open >= commentEndsBefore) {
      return open;
    }
    int close = html.indexOf("-->", open + 4);
    if (close < 0) {
      commentEndsBefore = open;
      return open;
    }
    return close + 3;
  }

  /** After the {@code >} of a tag; negative when another tag begins or the text ends before. */
  private int tagEnd(int from) {
    if (from < html.length() && !isNameEnd(html.charAt(from))) {
      return -1;
    }
    IntArrayList seen = new IntArrayList();
    for (int i = from; i < html.length() && !endless.get(i); i++) {
      char c = html.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      if (c == '<') {
        break;
      }
      seen.add(i);
      if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
        int close = closingQuote(c, i);
        i = close > 0 ? close : i;
      }
    }
    seen.forEach(endless::set);
    return -1;
  }

  private static boolean isNameEnd(char c) {
    return c == '>' || c == '/' || c == '!' || c == '?' || Character.isWhitespace(c);
  }

  private int closingQuote(char quote, int open) {
    if (open >= (quote == '"' ? doubleQuotesBefore : singleQuotesBefore)) {
      return -1;
    }
    int close = html.indexOf(quote, open + 1);
    if (close < 0) {
      if (quote == '"') {
        doubleQuotesBefore = open;
      } else {
        singleQuotesBefore = open;
      }
    }
    return close;
  }

  /** After the closing tag of a script or style; the offset itself when there is none. */
  private int afterHidden(String name, int from) {
    if (unclosed.contains(name)) {
      return from;
    }
    for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
      if (html.regionMatches(true, i + 2, name, 0, name.length())) {
        int end = html.indexOf('>', i);
        return end < 0 ? html.length() : end + 1;
      }
    }
    unclosed.add(name);
    return from;
  }

  /** Appends what an entity stands for; returns the same offset when it stands for nothing. */
  private int afterEntity(int open) {
    int end = open + 1;
    while (end < html.length()
        && end - open <= LONGEST_NAME
        && (isAsciiLetterOrDigit(html.charAt(end))
            || (html.charAt(end) == '#' && end == open + 1))) {
      end++;
    }
    if (end == html.length() || html.charAt(end) != ';') {
      return open;
    }
    String name = html.substring(open + 1, end);
    String character = name.startsWith("#") ? numbered(name.substring(1)) : ENTITIES.get(name);
    if (character == null) {
      return open;
    }
    text.append(character);
    return end + 1;
  }

  private static @Nullable String numbered(String number) {
    boolean hex = number.startsWith("x") || number.startsWith("X");
    try {
      int code = Integer.parseInt(hex ? number.substring(1) : number, hex ? 16 : 10);
      return Character.isValidCodePoint(code) ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static Map<String, String> entities() {
    Map<String, String> entities = new HashMap<>();
    for (String line : WordList.bundled("html-entities.txt")) {
      int space = line.indexOf(' ');
      int code = Integer.parseInt(line.substring(space + 1));
      entities.put(line.substring(0, space), Character.toString(code));
    }
    return entities;
  }
}
