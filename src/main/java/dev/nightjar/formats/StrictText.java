package dev.nightjar.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text and stops at the first byte that is not text. Unlike the JDK's reader, it first
 * returns all text before that byte, so that the line at fault is known.
 */
final class StrictText extends Reader {
  private static final int BUFFER = 1 << 16;

  private final InputStream bytes;
  private final Charset encoding;
  private final CharsetDecoder decoder;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
  private boolean isEnd;

  StrictText(InputStream bytes, Charset encoding) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    var chars = CharBuffer.wrap(into, from, length);
    while (true) {
      var result = decoder.decode(buffer, chars, isEnd);
      if (chars.position() > from) {
        return chars.position() - from;
      }
      if (result.isError()) {
        throw new BadFile("the text is not " + encoding.displayName(), null);
      }
      if (result.isOverflow()) {
        throw new IOException("no room for a character");
      }
      if (isEnd) {
        return -1;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    buffer.compact();
    int count = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
    isEnd = count < 0;
    buffer.position(buffer.position() + Math.max(count, 0)).flip();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
