package io.artrec.llm.chat;

import java.time.Duration;

/**
 * One call of a {@link ChatModel}, as the model sees it. When the call ends early (its deadline has
 * passed, or nobody listens any more), the thread that answers is interrupted and {@link #say}
 * throws. Used by the thread that answers.
 */
public final class ChatCall {
  private final RunningCall running;

  ChatCall(RunningCall running) {
    this.running = running;
  }

  /** {@return what is asked, checked against the model's capabilities} */
  public ChatRequest request() {
    return running.request();
  }

  /**
   * Tells whether somebody listens to pieces of the reply.
   *
   * @return true for a stream
   */
  public boolean isStreaming() {
    return running.isStreaming();
  }

  /**
   * Tells whether a piece of the reply went out; the call cannot be tried again then.
   *
   * @return true after the first piece
   */
  public boolean hasSpoken() {
    return running.hasSpoken();
  }

  /**
   * Returns the time that is left.
   *
   * @return the time to the deadline, zero when it has passed
   */
  public Duration left() {
    return running.left();
  }

  /**
   * Passes on a piece of the reply. Empty pieces and pieces of calls that are not streaming are
   * dropped. The pieces of a stream are, one after the other, the text of the reply.
   *
   * @param piece the next words
   * @throws io.artrec.task.CancelledException if the call has ended
   */
  public void say(String piece) {
    running.say(piece);
  }

  /**
   * Says what frees this thread from a wait that no interruption ends, such as closing what it
   * reads from. It replaces what was said before.
   *
   * @param release run once when the call has ended, at once where it has, by another thread; quick
   */
  public void atStop(Runnable release) {
    running.atStop(release);
  }
}
