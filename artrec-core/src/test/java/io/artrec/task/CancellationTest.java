package io.artrec.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CancellationTest {
  @Test
  void conditionOrCall_cancels() {
    AtomicBoolean over = new AtomicBoolean();
    Cancellation token = Cancellation.when(over::get);
    assertThat(token.isCancelled()).isFalse();
    token.check("waiting");
    over.set(true);
    assertThat(token.isCancelled()).isTrue();
    assertThatThrownBy(() -> token.check("waiting"))
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled while waiting; nothing was changed");
    Cancellation called = Cancellation.when(() -> false);
    called.cancel();
    assertThat(called.isCancelled()).isTrue();
  }
}
