// The data of a large page is deflated and in base64; that of others is plain JSON.

export async function unpacked(element) {
  const text = atob(element.textContent.trim());
  element.textContent = ""; // it is large
  const bytes = new Uint8Array(text.length);
  for (let n = 0; n < text.length; n += 1) bytes[n] = text.charCodeAt(n);
  const press = new DecompressionStream("deflate-raw");
  const writer = press.writable.getWriter();
  writer.write(bytes);
  writer.close();
  return new Response(press.readable).json();
}
