package io.artrec.examples.gallery.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.examples.atelier.ImageFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
  @TempDir Path folder;

  @Test
  void pictureThatCannotBeRead_isNotTriedAgain() throws IOException {
    Files.write(
        folder.resolve("works.csv"), List.of("id,title,image", "a,A,a.png", "b,B,b.png", "c,C,"));
    byte[] picture =
        ImageFile.bytes(new BufferedImage(960, 480, BufferedImage.TYPE_INT_RGB), "a.png");
    Files.write(folder.resolve("a.png"), picture);
    Files.write(folder.resolve("b.png"), new byte[100]);
    Works works = Works.of(folder.resolve("works.csv"), folder);
    Pictures pictures = new Pictures(works, StateFolder.open(folder.resolve("state"), works));
    List<Artwork> all = works.catalog().stream().toList();
    assertThat(pictures.size(all.get(0))).contains(new PictureSize(480, 240));
    assertThat(pictures.size(all.get(1))).isEmpty();
    assertThat(pictures.size(all.get(2))).isEmpty();
    Files.write(folder.resolve("b.png"), picture);
    assertThat(pictures.image(all.get(1))).as("it can be read now").isPresent();
    assertThat(pictures.size(all.get(1))).as("what is known").isEmpty();
  }
}
