package io.artrec.examples.gallery.page;

import io.artrec.catalog.Artwork;
import io.artrec.examples.gallery.collection.Pictures;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Paths;
import io.artrec.examples.gallery.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works hung beside each other, each with its label, why it hangs there, and what can be said. */
final class Cards {
  private static final int SEEN_AT_ONCE = 4;
  private static final int MOST_TITLES = 4;

  private static final double WIDE = 1.3;

  private final Visit visit;
  private final Pictures pictures;
  private final Picture picture;
  private final Labels labels;

  Cards(Visit visit, Pictures pictures) {
    this.visit = visit;
    this.pictures = pictures;
    picture = new Picture(pictures, visit.locale());
    labels = Labels.in(visit.locale());
  }

  /**
   * A work with the reason why it is shown.
   *
   * @param work the work
   * @param reason a sentence in the visitor's language; empty for none
   */
  record Hung(Artwork work, String reason) {}

  /** Hangs works; those of some ids are marked as new. */
  Tag wall(List<Hung> works, Set<String> fresh) {
    List<Html> cards = new ArrayList<>();
    for (int i = 0; i < works.size(); i++) {
      Hung hung = works.get(i);
      Tag shown =
          i == 0 ? picture.first(hung.work()) : picture.onWall(hung.work(), i < SEEN_AT_ONCE);
      cards.add(card(hung, fresh.contains(hung.work().id()), shown));
    }
    return Tag.of("ul", "wall").add(cards);
  }

  private Tag card(Hung hung, boolean fresh, Tag shown) {
    Artwork work = hung.work();
    String path = Paths.of("work", work.id());
    Tag link = Tag.of("a").attr("href", path).text(labels.title(work));
    labels.titleLanguage(work).ifPresent(language -> link.attr("lang", language));
    Tag title = Tag.of("h2").add(link);
    Tag label = Tag.of("div", "label");
    if (fresh) {
      label.add(Tag.of("p", "new").text(visit.say(Text.NEW)));
    }
    label.add(title).add(Tag.of("p", "by").text(labels.line(work)));
    if (!hung.reason().isEmpty()) {
      label.add(Tag.of("p", "reason").text(hung.reason()));
    }
    label.add(acts(work));
    return Tag.of("li", "work" + (fresh ? " fresh" : "") + (isWide(work) ? " wide" : ""))
        .attr("data-work", work.id())
        .add(
            Tag.of("a", "picture")
                .attr("href", path)
                .attr("tabindex", "-1")
                .attr("aria-hidden", "true")
                .add(shown))
        .add(label);
  }

  /** Whether the picture is so much wider than high that two columns make it as high as others. */
  private boolean isWide(Artwork work) {
    return pictures.size(work).filter(size -> size.width() >= WIDE * size.height()).isPresent();
  }

  /** Makes the buttons by which a visitor says what they think of a work. */
  Tag acts(Artwork work) {
    String title = labels.title(work);
    Tag form =
        Frame.form(visit, "/feedback", "acts")
            .attr("data-live", "")
            .add(Frame.hidden("work", work.id()))
            .add(act("like", visit.say(Text.LIKE), visit.say(Text.LIKE_WORK, title)))
            .add(act("dislike", visit.say(Text.DISLIKE), visit.say(Text.DISLIKE_WORK, title)));
    String artist = labels.artist(work);
    return artist.isEmpty()
        ? form
        : form.add(
            act(
                "block",
                visit.say(Text.NOT_THIS_ARTIST),
                visit.say(Text.NOT_THIS_ARTIST_NAMED, artist)));
  }

  private static Tag act(String value, String words, String named) {
    return Tag.of("button", "act " + value)
        .attr("name", "act")
        .attr("value", value)
        .attr("aria-label", named)
        .text(words);
  }

  /** Tells what the visitor just did, with a way back. */
  Tag told(Optional<Deed> deed, List<Hung> fresh) {
    Tag region = Tag.of("div", "told").attr("role", "status").attr("id", "told");
    deed.ifPresent(
        it -> {
          Tag words = Tag.of("p").text(sentence(it));
          if (!fresh.isEmpty()) {
            words.text(visit.words().gap() + newOnes(fresh));
          }
          region.add(words);
          it.undo().ifPresent(undo -> region.add(undo(it, undo)));
        });
    return region;
  }

  private String newOnes(List<Hung> fresh) {
    String titles =
        visit
            .words()
            .list(
                fresh.stream()
                    .limit(MOST_TITLES)
                    .map(hung -> visit.say(Text.TITLE, labels.title(hung.work())))
                    .toList());
    return fresh.size() > MOST_TITLES
        ? visit.say(Text.NEW_WORKS_AND_MORE, titles, fresh.size() - MOST_TITLES)
        : visit.say(Text.NEW_WORKS, titles);
  }

  private Tag undo(Deed deed, String undo) {
    return Frame.form(visit, "/undo", "acts")
        .attr("data-live", "")
        .add(Frame.hidden(undoing(deed.kind()), undo))
        .add(Tag.of("button", "act").text(visit.say(Text.UNDO)));
  }

  private static String undoing(Deed.Kind kind) {
    return switch (kind) {
      case BLOCKED -> "artist";
      case FOLLOWED -> "followed";
      default -> "event";
    };
  }

  private String sentence(Deed deed) {
    return visit.say(
        switch (deed.kind()) {
          case LIKED -> Text.DID_LIKE;
          case DISLIKED -> Text.DID_DISLIKE;
          case BLOCKED -> Text.DID_BLOCK;
          case UNDONE -> Text.DID_UNDO;
          case MET -> Text.DID_MEET;
          case ADDED -> Text.DID_ADD;
          case FORGOTTEN -> Text.DID_FORGET;
          case DROPPED -> Text.DID_DROP;
          case LEARNING -> Text.DID_LEARN;
          case BACK -> Text.DID_GO_BACK;
          case FOLLOWED -> Text.DID_FOLLOW;
          case BACKUP -> Text.DID_BACKUP;
        },
        deed.what());
  }
}
