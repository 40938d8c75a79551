package io.artrec.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gallery in which nothing hangs yet. */
class EmptyGalleryTest {
  private static final String[] PAGES = {
    "/",
    "/?all=1",
    "/meet",
    "/wish?q=a+quiet+sea",
    "/color?c0=%231f4e79&s0=20",
    "/room?wall=%23cfd6d0&accent=%23b5651d&width=320",
    "/mood?pleasant=50&stirring=-50&from=sad&to=calm",
    "/map",
    "/map?by=palette&region=0",
    "/talk",
    "/you",
    "/you/export",
    "/add",
    "/operator",
    "/operator/experiment",
    "/about"
  };

  @TempDir Path folder;

  @Test
  void noPageFails_andTheFirstWorkHangsAlone() throws Exception {
    Files.writeString(folder.resolve("works.csv"), "id,title,image\n");
    try (OpenGallery gallery = OpenGallery.in(folder)) {
      Caller visitor = new Caller(gallery.address());
      for (String path : PAGES) {
        assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
      }
      assertThat(visitor.page("/")).contains("Nothing is left to recommend.");
      for (String change : new String[] {"/operator/learn", "/operator/previous", "/meet/keep"}) {
        assertThat(visitor.change(change).statusCode()).as(change).isEqualTo(303);
      }
      assertThat(visitor.change("/talk", "said", "hello").statusCode()).isEqualTo(303);
      assertThat(visitor.page("/talk")).contains("What would you like to see?");
      assertThat(visitor.add("The first", OpenGallery.picture(60, 40)).statusCode()).isEqualTo(303);
      assertThat(visitor.works(visitor.page("/"))).hasSize(1);
    }
  }
}
