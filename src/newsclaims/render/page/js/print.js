// On paper the list is whole: the claims that the filters leave, each with its sentence.

const ON_PAPER = 3000;

function fillPaper(left) {
  const list = left.slice(0, ON_PAPER).map((claim) => {
    const article = articles[claim.article];
    return make("li", {}, claimRow(claim), make("p", {}, isolated(oneLine(article.text.slice(claim.start, claim.end)))));
  });
  const more = left.length > ON_PAPER ? make("p", {}, `and ${(left.length - ON_PAPER).toLocaleString("en")} more`) : null;
  byId("printed").replaceChildren(make("ol", {}, list), ...(more ? [more] : []));
}
