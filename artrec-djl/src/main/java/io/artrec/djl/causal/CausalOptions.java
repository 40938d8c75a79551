package io.artrec.djl.causal;

import java.util.EnumSet;
import java.util.List;

/** How a {@link CausalModel} is opened. Immutable; refined by chained copies. */
public final class CausalOptions {
  private String device = "auto";
  private int sessions = 2;
  private List<CausalInput> inputs =
      List.of(CausalInput.IDS, CausalInput.POSITIONS, CausalInput.MASK);

  private CausalOptions() {}

  private CausalOptions(CausalOptions other) {
    device = other.device;
    sessions = other.sessions;
    inputs = other.inputs;
  }

  /**
   * Returns the usual options: a GPU if PyTorch finds one, two sessions at a time, and DJL's order
   * of inputs: identities, positions, mask.
   *
   * @return the options
   */
  public static CausalOptions standard() {
    return new CausalOptions();
  }

  /**
   * Returns these options with a device.
   *
   * @param name {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:<number>}
   * @return the changed options
   */
  public CausalOptions device(String name) {
    CausalOptions copy = new CausalOptions(this);
    copy.device = name;
    return copy;
  }

  /**
   * Returns these options with a limit of open sessions, which bounds native memory: each holds up
   * to {@link CausalModel#sessionBytes}, times the width of a beam, and twice that while a token is
   * read.
   *
   * @param most sessions at a time, 1 or more; who wants another waits
   * @return the changed options
   */
  public CausalOptions sessions(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("sessions is " + most + ", expected 1 or more");
    }
    CausalOptions copy = new CausalOptions(this);
    copy.sessions = most;
    return copy;
  }

  /**
   * Returns these options with what {@code forward} takes before the past keys and values.
   *
   * @param order the inputs in their order, each once, identities among them
   * @return the changed options
   */
  public CausalOptions inputs(CausalInput... order) {
    List<CausalInput> wanted = List.of(order);
    if (!wanted.contains(CausalInput.IDS) || EnumSet.copyOf(wanted).size() != wanted.size()) {
      throw new IllegalArgumentException(
          "inputs are " + wanted + ", expected IDS and others, each once");
    }
    CausalOptions copy = new CausalOptions(this);
    copy.inputs = wanted;
    return copy;
  }

  /**
   * Returns the device.
   *
   * @return its name, or {@code auto}
   */
  public String device() {
    return device;
  }

  /**
   * Returns the limit of open sessions.
   *
   * @return 1 or more
   */
  public int sessions() {
    return sessions;
  }

  /**
   * Returns what {@code forward} takes before the past keys and values.
   *
   * @return the inputs, in their order
   */
  public List<CausalInput> inputs() {
    return inputs;
  }
}
