package io.artrec.examples.atelier;

import java.util.List;

/**
 * A picture as it is planned: what it shows and is called is decided before it is painted, so that
 * words and picture agree. Immutable.
 */
final class Study {
  /** Puts a plan onto a surface. */
  @FunctionalInterface
  interface Painter {
    void paint(Surface surface, Chance chance);
  }

  private final Format format;
  private final Said title;
  private final Said description;
  private final List<String> subjects;
  private final Painter painter;

  private Study(
      Format format, Said title, Said description, List<String> subjects, Painter painter) {
    this.format = format;
    this.title = title;
    this.description = description;
    this.subjects = List.copyOf(subjects);
    this.painter = painter;
  }

  static Study titled(Format format, Said title) {
    return new Study(format, title, new Said("", ""), List.of(), (surface, chance) -> {});
  }

  Study described(String english, String chinese) {
    return new Study(format, title, new Said(english, chinese), subjects, painter);
  }

  Study showing(List<String> what) {
    return new Study(format, title, description, what, painter);
  }

  Study painted(Painter how) {
    return new Study(format, title, description, subjects, how);
  }

  Format format() {
    return format;
  }

  Said title() {
    return title;
  }

  Said description() {
    return description;
  }

  List<String> subjects() {
    return subjects;
  }

  void paint(Surface surface, Chance chance) {
    painter.paint(surface, chance);
  }
}
