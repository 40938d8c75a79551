package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import java.util.List;
import java.util.Optional;

/** What is around every page: head, ways to the other pages, language and light, foot. */
final class Frame {
  private record Way(String path, Text label) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("/", Text.NAV_WALL),
          new Way("/meet", Text.NAV_MEET),
          new Way("/wish", Text.NAV_WISH),
          new Way("/color", Text.NAV_COLOR),
          new Way("/room", Text.NAV_ROOM),
          new Way("/mood", Text.NAV_MOOD),
          new Way("/map", Text.NAV_MAP),
          new Way("/talk", Text.NAV_TALK),
          new Way("/you", Text.NAV_YOU));

  private Frame() {}

  /** Makes a page of its title and its main part. */
  static Response page(Visit visit, String title, Html... main) {
    return page(visit, 200, title, main);
  }

  static Response page(Visit visit, int status, String title, Html... main) {
    Tag html =
        Tag.of("html")
            .attr("lang", visit.locale().getLanguage())
            .attr("data-theme", visit.theme())
            .add(head(visit, title))
            .add(
                Tag.of("body")
                    .add(Tag.of("a", "skip").attr("href", "#main").text(visit.say(Text.SKIP)))
                    .add(header(visit))
                    .add(Tag.of("main").attr("id", "main").attr("tabindex", "-1").add(main))
                    .add(footer(visit)));
    return Response.page(status, html);
  }

  private static Tag head(Visit visit, String title) {
    return Tag.of("head")
        .add(Tag.of("meta").attr("charset", "utf-8"))
        .add(
            Tag.of("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1"))
        .add(Tag.of("meta").attr("name", "color-scheme").attr("content", "light dark"))
        .add(Tag.of("title").text(title + " · " + visit.say(Text.GALLERY)))
        .add(Tag.of("link").attr("rel", "icon").attr("href", "/static/icon.svg"))
        .add(Tag.of("link").attr("rel", "stylesheet").attr("href", "/static/gallery.css"))
        .add(Tag.of("script").attr("src", "/static/gallery.js").flag("defer", true));
  }

  private static Tag header(Visit visit) {
    String here = visit.request().path();
    Tag list = Tag.of("ul");
    for (Way way : WAYS) {
      Tag link = Tag.of("a").attr("href", way.path()).text(visit.say(way.label()));
      if (way.path().equals(here)) {
        link.attr("aria-current", "page");
      }
      list.add(Tag.of("li").add(link));
    }
    return Tag.of("header", "top")
        .add(Tag.of("a", "name").attr("href", "/").text(visit.say(Text.GALLERY)))
        .add(Tag.of("nav").attr("aria-label", visit.say(Text.NAVIGATION)).add(list))
        .add(settings(visit));
  }

  private static Tag settings(Visit visit) {
    String dark = visit.theme().equals("dark") ? "light" : "dark";
    return form(visit, "/settings", "settings")
        .add(
            Tag.of("button", "plain")
                .attr("name", Entrance.LANGUAGE)
                .attr("value", visit.words().other().locale().getLanguage())
                .attr("lang", visit.words().other().locale().getLanguage())
                .text(visit.words().other().say(Text.LANGUAGE)))
        .add(
            Tag.of("button", "plain light")
                .attr("name", Entrance.THEME)
                .attr("value", dark)
                .add(lamp())
                .add(Tag.of("span", "unseen").text(visit.say(Text.LIGHT))));
  }

  private static Tag lamp() {
    return Tag.of("svg")
        .attr("viewBox", "0 0 20 20")
        .attr("width", 20)
        .attr("height", 20)
        .attr("aria-hidden", "true")
        .add(
            Tag.of("circle")
                .attr("cx", 10)
                .attr("cy", 10)
                .attr("r", 7)
                .attr("fill", "none")
                .attr("stroke", "currentColor"))
        .add(Tag.of("path").attr("d", "M10 3a7 7 0 0 1 0 14z").attr("fill", "currentColor"));
  }

  private static Tag footer(Visit visit) {
    Tag ways = Tag.of("ul");
    for (Way way :
        List.of(
            new Way("/add", Text.NAV_ADD),
            new Way("/about", Text.NAV_ABOUT),
            new Way("/operator", Text.NAV_OPERATOR))) {
      ways.add(Tag.of("li").add(Tag.of("a").attr("href", way.path()).text(visit.say(way.label()))));
    }
    return Tag.of("footer").add(Tag.of("p").text(visit.say(Text.FOOT))).add(ways);
  }

  /** Starts a form that brings the visitor's token and comes back to this page. */
  static Tag form(Visit visit, String action, String classes) {
    return Tag.of("form", classes)
        .attr("method", "post")
        .attr("action", action)
        .add(hidden(Entrance.TOKEN, visit.token()))
        .add(hidden("back", backHere(visit)));
  }

  private static String backHere(Visit visit) {
    return visit.request().method().equals("GET") ? visit.request().address() : "/";
  }

  static Tag hidden(String name, String value) {
    return Tag.of("input").attr("type", "hidden").attr("name", name).attr("value", value);
  }

  /** Makes the head of a page: its title, and a sentence below. */
  static Tag heading(String title, String sentence) {
    Tag heading = Tag.of("div", "heading").add(Tag.of("h1").text(title));
    return sentence.isEmpty() ? heading : heading.add(Tag.of("p", "lead").text(sentence));
  }

  /** Makes a field with its label above. */
  static Tag field(String label, Tag input) {
    return Tag.of("label", "field").add(Tag.of("span").text(label)).add(input);
  }

  /** Makes a list of choices, of which one is chosen. */
  static Tag select(String name, List<Choice> choices, Optional<String> chosen) {
    Tag select = Tag.of("select").attr("name", name);
    for (Choice choice : choices) {
      select.add(
          Tag.of("option")
              .attr("value", choice.value())
              .flag("selected", chosen.filter(choice.value()::equals).isPresent())
              .text(choice.label()));
    }
    return select;
  }

  /**
   * One of several.
   *
   * @param value what the form says
   * @param label what the page says
   */
  record Choice(String value, String label) {}
}
