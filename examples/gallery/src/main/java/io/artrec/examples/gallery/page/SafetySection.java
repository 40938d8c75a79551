package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.collection.StateFolder;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Whether the disk holds anything that others can read, and the backups. */
final class SafetySection {
  private final Gallery gallery;

  SafetySection(Gallery gallery) {
    this.gallery = gallery;
  }

  Tag show(Visit visit) throws IOException {
    StateFolder state = gallery.collection().state();
    List<String> backups = state.backupNames();
    Tag section =
        Tag.of("section")
            .add(Tag.of("h2").text(visit.say(Text.SAFE_TITLE)))
            .add(
                Tag.of("p", "notes")
                    .text(visit.say(state.isEncrypted() ? Text.SAFE_ENCRYPTED : Text.SAFE_PLAIN)));
    if (!backups.isEmpty()) {
      Tag list = Tag.of("ul", "plain-list");
      backups.forEach(name -> list.add(Tag.of("li").text(name)));
      section
          .add(Tag.of("h3").text(visit.say(Text.SAFE_BACKUPS)))
          .add(list)
          .add(Tag.of("p", "notes").text(visit.say(Text.SAFE_RESTORE)));
    }
    return section.add(
        Tag.of("div", "more")
            .add(
                Frame.form(visit, "/operator/backup", "one")
                    .add(Tag.of("button", "second").text(visit.say(Text.SAFE_NOW)))));
  }

  Response backup(Visit visit) throws IOException {
    String name =
        gallery.collection().state().backup(gallery.recommender(), gallery.clock().instant());
    visit.guest().did(new Deed(Deed.Kind.BACKUP, name, Optional.empty()));
    return Response.redirect("/operator");
  }
}
