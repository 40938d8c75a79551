package io.artrec.failing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file whose operations may fail. Closing does what it must before it fails. */
final class FailingChannel extends FileChannel {
  private final FileChannel channel;
  private final Failing failing;

  FailingChannel(FileChannel channel, Failing failing) {
    this.channel = channel;
    this.failing = failing;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    failing.operation("read");
    return channel.read(into);
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    failing.operation("read");
    return channel.read(into, offset, length);
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    failing.operation("read");
    return channel.read(into, position);
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    failing.write(bytes, channel::write);
    return channel.write(bytes);
  }

  @Override
  public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
    long written = 0;
    for (int i = offset; i < offset + length; i++) {
      written += write(bytes[i]);
    }
    return written;
  }

  @Override
  public int write(ByteBuffer bytes, long position) throws IOException {
    failing.write(bytes, half -> channel.write(half, position));
    return channel.write(bytes, position);
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    failing.operation("size");
    return channel.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    failing.operation("truncate");
    channel.truncate(size);
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    failing.operation("force");
    channel.force(metaData);
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    failing.operation("transfer");
    return channel.transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    failing.operation("transfer");
    return channel.transferFrom(source, position, count);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    failing.operation("map");
    return channel.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    failing.operation("lock");
    return channel.lock(position, size, shared);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    failing.operation("lock");
    return channel.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    channel.close();
    failing.operation("close");
  }
}
