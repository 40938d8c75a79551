package io.artrec.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GalleryOptionsTest {
  @Test
  void withoutOptions_onlyThisMachineComesIn() {
    GalleryOptions options = GalleryOptions.parse(new String[0]);
    assertThat(options.host).isEqualTo("127.0.0.1");
    assertThat(options.port).isEqualTo(8080);
    assertThat(options.state).isEqualTo(Path.of("gallery-state"));
    assertThat(options.works).isEqualTo(300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port 99999|--port is '99999', expected a whole number from 0 to 65535",
        "--works none|--works is 'none'",
        "--images a|--images and --csv go together",
        "--url http://x|--url and --model go together",
        "--ports 1|unknown option '--ports'; did you mean --port?",
        "--state|--state needs a value"
      })
  void badOptions_areToldWithWhatIsExpected(String args, String message) {
    assertThatThrownBy(() -> GalleryOptions.parse(args.split(" ", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
