/** How long one post in a thread is, in characters: Teams takes about 28 KB with everything around it. */
const POST_LIMIT = 5_000;

/** Paragraphs as few posts of a thread, cut between them where one post can't hold them. */
export function inPosts(paragraphs: readonly string[]): string[] {
  const posts: string[] = [];
  for (const paragraph of paragraphs.flatMap(parts)) {
    const last = posts.at(-1);
    if (last !== undefined && last.length + paragraph.length + 2 <= POST_LIMIT)
      posts[posts.length - 1] = `${last}\n\n${paragraph}`;
    else posts.push(paragraph);
  }
  return posts;
}

/** A paragraph that is too long for a post by itself, in pieces; never half an emoji. */
function parts(paragraph: string): string[] {
  return paragraph.match(/[\s\S]{1,2500}/gu) ?? [];
}
