package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.feature.ExtractionException;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DecodingThreadsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final DecodingThreads threads = new DecodingThreads();

  @Test
  void work_isDoneOnADaemonThread() throws Exception {
    Thread worker =
        threads.run(ImageFormat.PNG, LONG, new DecodeDeadline(LONG), Thread::currentThread);

    assertThat(worker).isNotSameAs(Thread.currentThread());
    assertThat(worker.isDaemon()).isTrue();
  }

  @Test
  void whatTheWorkThrows_isTheCause() {
    assertThatThrownBy(
            () ->
                threads.run(
                    ImageFormat.PNG,
                    LONG,
                    new DecodeDeadline(LONG),
                    () -> {
                      throw new OutOfMemoryError("made up");
                    }))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void workThatDoesNotEnd_isLeftBehindAndItsFormatRefusedUntilItEnds() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    for (int i = 0; i < DecodingThreads.MAX_LEFT_BEHIND; i++) {
      assertThat(threads.refuses(ImageFormat.WEBP)).isFalse();
      leaveBehind(end);
    }

    assertThat(threads.refuses(ImageFormat.WEBP)).isTrue();
    assertThat(threads.refuses(ImageFormat.PNG)).isFalse();
    end.countDown();
    while (threads.refuses(ImageFormat.WEBP)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void deadline_isPassedForWorkLeftBehind() {
    CountDownLatch end = new CountDownLatch(1);
    DecodeDeadline deadline = new DecodeDeadline(LONG);

    assertThatThrownBy(
            () ->
                threads.run(
                    ImageFormat.PNG,
                    SHORT,
                    deadline,
                    () -> {
                      end.await();
                      return true;
                    }))
        .isInstanceOf(DecodeDeadline.Passed.class);

    assertThatThrownBy(deadline::check).isInstanceOf(DecodeDeadline.Passed.class);
    end.countDown();
  }

  @Test
  void interruptedCaller_isToldAndStaysInterrupted() {
    byte[] file = ImageFiles.encode(ImageFiles.picture(BufferedImage.TYPE_INT_RGB), "png");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> ImageDecoder.standard().decode(file, "artwork 'a17'"))
        .isInstanceOf(ExtractionException.class)
        .hasMessageContaining("the thread was interrupted");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ImageDecoder.standard().decode(file, "artwork 'a17'").width()).isEqualTo(24);
  }

  @Test
  void fileThatTakesTooLong_isRefusedWithTheLimit() {
    byte[] large = ImageFiles.encode(new BufferedImage(6_000, 6_000, 10), "png");
    ImageDecoder hasty = ImageDecoder.of(DecodeLimits.standard().withMaxTime(Duration.ofMillis(1)));

    assertThatThrownBy(() -> hasty.decode(large, "artwork 'a17'"))
        .isInstanceOf(ExtractionException.class)
        .hasMessageContaining("artwork 'a17' (PNG, 6000 x 6000, ")
        .hasMessageContaining("not decoded within PT0.001S; shrink it, or raise maxTime");
  }

  private void leaveBehind(CountDownLatch end) {
    assertThatThrownBy(
            () ->
                threads.run(
                    ImageFormat.WEBP,
                    SHORT,
                    new DecodeDeadline(SHORT),
                    () -> {
                      end.await();
                      return true;
                    }))
        .isInstanceOf(DecodeDeadline.Passed.class);
  }
}
