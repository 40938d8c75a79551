package io.artrec.examples.gallery.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element of HTML or SVG with attributes and children. Values are escaped; scripts and styles in
 * attributes, and addresses that would run something, are refused. Not thread-safe.
 */
public final class Tag implements Html {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
  private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction");
  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "input", "link", "meta", "source", "wbr");
  private static final Pattern SAFE_ADDRESS = Pattern.compile("(/(?!/)|#|\\?|https://).*|");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Html> children = new ArrayList<>();

  private Tag(String name) {
    this.name = name;
  }

  /**
   * Starts an element.
   *
   * @param name its name, such as {@code div}
   * @return the element, empty
   */
  public static Tag of(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of an element");
    }
    return new Tag(name);
  }

  /**
   * Starts an element of classes of the style sheet.
   *
   * @param name its name
   * @param classes the value of its attribute {@code class}
   * @return the element, empty
   */
  public static Tag of(String name, String classes) {
    return of(name).attr("class", classes);
  }

  /**
   * Sets an attribute.
   *
   * @param attribute its name; neither {@code style} nor one that holds a script
   * @param value its value, of any characters; an address begins with one slash, {@code #}, {@code
   *     ?} or {@code https://}
   * @return this element
   */
  public Tag attr(String attribute, String value) {
    String lower = attribute.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(attribute).matches() || lower.startsWith("on") || lower.equals("style")) {
      throw new IllegalArgumentException("the attribute '" + attribute + "' is not for pages here");
    }
    if (ADDRESSES.contains(lower) && !SAFE_ADDRESS.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the address '" + value + "' leaves the gallery by a way that is not https");
    }
    attributes.put(attribute, value);
    return this;
  }

  /**
   * Sets an attribute to a number.
   *
   * @param attribute its name
   * @param value the number
   * @return this element
   */
  public Tag attr(String attribute, long value) {
    return attr(attribute, Long.toString(value));
  }

  /**
   * Sets an attribute to a number with two decimals, as coordinates of drawings are.
   *
   * @param attribute its name
   * @param value the number
   * @return this element
   */
  public Tag at(String attribute, double value) {
    return attr(attribute, String.format(Locale.ROOT, "%.2f", value));
  }

  /**
   * Sets an attribute that is there or not, such as {@code checked}.
   *
   * @param attribute its name
   * @param on whether it is there
   * @return this element
   */
  public Tag flag(String attribute, boolean on) {
    return on ? attr(attribute, "") : this;
  }

  /**
   * Adds a text.
   *
   * @param text any characters
   * @return this element
   */
  public Tag text(String text) {
    children.add(Html.text(text));
    return this;
  }

  /**
   * Adds pieces.
   *
   * @param more the pieces, in their order
   * @return this element
   */
  public Tag add(Html... more) {
    children.addAll(List.of(more));
    return this;
  }

  /**
   * Adds pieces.
   *
   * @param more the pieces, in their order
   * @return this element
   */
  public Tag add(Iterable<? extends Html> more) {
    more.forEach(children::add);
    return this;
  }

  @Override
  public void write(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          out.append(' ').append(attribute).append("=\"");
          Escaping.text(value, out);
          out.append('"');
        });
    out.append('>');
    if (!VOID.contains(name)) {
      children.forEach(child -> child.write(out));
      out.append("</").append(name).append('>');
    }
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }
}
