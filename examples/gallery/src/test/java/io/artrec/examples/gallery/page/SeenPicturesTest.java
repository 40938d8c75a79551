package io.artrec.examples.gallery.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.examples.gallery.collection.Pictures;
import io.artrec.examples.gallery.collection.StateFolder;
import io.artrec.examples.gallery.collection.Works;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenPicturesTest {
  @TempDir Path folder;

  @Test
  void pictureIsMeasuredOnceInALanguage_untilItIsAnother() throws IOException {
    Files.write(folder.resolve("works.csv"), List.of("id,title,image", "a,A,a.png", "b,B,"));
    hang(Color.RED, "2020-01-01T00:00:00Z");
    Works works = Works.of(folder.resolve("works.csv"), folder);
    SeenPictures seen =
        new SeenPictures(new Pictures(works, StateFolder.open(folder.resolve("state"), works)));
    Artwork work = works.catalog().get(0);
    Seen red = seen.of(work, Locale.ENGLISH).orElseThrow();
    assertThat(seen.of(work, Locale.ENGLISH)).containsSame(red);
    Seen chinese = seen.of(work, Locale.CHINESE).orElseThrow();
    assertThat(chinese.words()).isNotEqualTo(red.words());
    hang(Color.BLUE, "2021-01-01T00:00:00Z");
    Seen blue = seen.of(work, Locale.ENGLISH).orElseThrow();
    assertThat(blue.palette().orElseThrow().words(Locale.ENGLISH))
        .isNotEqualTo(red.palette().orElseThrow().words(Locale.ENGLISH));
    assertThat(seen.of(works.catalog().get(1), Locale.ENGLISH)).isEmpty();
  }

  private void hang(Color color, String time) throws IOException {
    BufferedImage image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 80; y++) {
      for (int x = 0; x < 120; x++) {
        image.setRGB(x, y, x < 70 ? color.getRGB() : Color.YELLOW.getRGB());
      }
    }
    Path file = folder.resolve("a.png");
    Files.write(file, ImageFile.bytes(image, "a.png"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
  }
}
