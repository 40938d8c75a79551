package io.artrec.examples.gallery.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.error.ArtrecException;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.task.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionTest {
  private static final int MOST_ADDED = 500;

  @TempDir Path folder;

  /** Opens a collection of works, of which the first ones count as added by visitors. */
  private Collection open(int works, int added) throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,title,subjects,image"));
    for (int i = 0; i < works; i++) {
      lines.add("w" + i + ",Work " + i + ",sea," + (i < added ? "added/w" + i + ".jpg" : ""));
    }
    Files.write(folder.resolve("works.csv"), lines);
    Works all = Works.of(folder.resolve("works.csv"), folder);
    StateFolder state = StateFolder.open(folder.resolve("state"), all);
    byte[] picture = picture();
    for (int i = 0; i < added; i++) {
      Files.write(state.images().resolve("added/w" + i + ".jpg"), picture);
    }
    return Collection.open(all, state, Optional.empty(), Progress.silent());
  }

  private static byte[] picture() {
    return ImageFile.bytes(new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB), "a.jpg");
  }

  @Test
  void visitorsAddFiveHundredWorks_andWhatIsRefusedTakesNoPlace() throws IOException {
    try (Collection collection = open(MOST_ADDED, MOST_ADDED - 1)) {
      Artwork last = Artwork.builder("last", "Last").build();
      assertThatThrownBy(() -> collection.add(last, new byte[10]))
          .isInstanceOf(ArtrecException.class);
      assertThat(collection.add(last, picture())).isPresent();
      Artwork more = Artwork.builder("more", "One more").build();
      assertThat(collection.add(more, picture())).isEmpty();
      assertThat(collection.recommender().catalog().find("last")).isPresent();
      assertThat(collection.recommender().catalog().find("more")).isEmpty();
    }
  }

  @Test
  void recommenderIsClosed_alsoWhenItCannotBeSaved() throws IOException {
    Collection collection = open(5, 0);
    Path model = folder.resolve("state").resolve("gallery.artrec");
    Files.delete(model);
    Files.createDirectories(model.resolve("in the way"));
    assertThatThrownBy(collection::close).isInstanceOf(RuntimeException.class);
    Interaction seen = Interaction.favorite("visitor", "w0");
    assertThatThrownBy(() -> collection.recommender().record(seen))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
