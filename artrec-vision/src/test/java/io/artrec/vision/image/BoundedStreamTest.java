package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundedStreamTest {
  private final DecodeDeadline deadline = new DecodeDeadline(Duration.ofDays(1));

  @Test
  void bytes_areReadAtAnyPlace() throws IOException {
    BoundedStream stream = new BoundedStream(new byte[] {1, 2, 3, 4, 5}, deadline, 10);
    stream.seek(3);

    assertThat(stream.read()).isEqualTo(4);
    assertThat(stream.read(new byte[4], 1, 3)).isEqualTo(1);
    assertThat(stream.read()).isEqualTo(-1);
    stream.seek(0);
    assertThat(stream.readInt()).isEqualTo(0x01020304);
    assertThat(stream.length()).isEqualTo(5);
  }

  @Test
  void readingBehindTheEnd_failsAfterSomeAttempts() throws IOException {
    BoundedStream stream = new BoundedStream(new byte[1], deadline, 10);
    stream.seek(1);
    for (int i = 0; i < 5; i++) {
      assertThat(stream.read()).isEqualTo(-1);
      assertThat(stream.read(new byte[8], 0, 8)).isEqualTo(-1);
    }

    assertThatThrownBy(stream::read)
        .isInstanceOf(IOException.class)
        .hasMessage("its pixels go on behind its end");
    assertThatThrownBy(() -> stream.read(new byte[8], 0, 8)).isInstanceOf(IOException.class);
  }

  @Test
  void readingAfterItsTime_failsFromThenOn() throws IOException {
    BoundedStream stream = new BoundedStream(new byte[2_000], deadline, 10);
    assertThat(stream.read()).isZero();

    deadline.cancel();

    assertThatThrownBy(() -> stream.read(new byte[8], 0, 8))
        .isInstanceOf(DecodeDeadline.Passed.class);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1_024; i++) {
                stream.read();
              }
            })
        .isInstanceOf(DecodeDeadline.Passed.class);
  }
}
