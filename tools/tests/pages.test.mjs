// What a municipality calls its own, put into markup.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checksum, fill } from "../pages.mjs";

const STANDARD = { municipality: 'A & "B" <i>', contacts: { phone: "12 34 56 78", mail: "a@b.example" } };

const filled = (html, standard = STANDARD) => fill(html, JSON.stringify(standard));

test("texts, links and patterns are filled in and escaped", () => {
  assert.equal(filled('<b data-standard="municipality"></b>'), '<b data-standard="municipality">A &amp; &quot;B&quot; &lt;i&gt;</b>');
  assert.equal(
    filled('<a data-standard="contacts.phone" href="tel:">?</a>'),
    '<a data-standard="contacts.phone" href="tel:+4512345678">12\u00a034\u00a056\u00a078</a>',
  );
  assert.equal(
    filled('<a data-standard="contacts.mail" href="mailto:x">x</a>'),
    '<a data-standard="contacts.mail" href="mailto:a@b.example">a@b.example</a>',
  );
  assert.match(filled('<title data-pattern="Om – {municipality}"></title>'), />Om – A &amp; &quot;B&quot; &lt;i&gt;<\/title>$/);
});

test("signs that mean something to a replacement are only signs", () => {
  const standard = { municipality: "$& $1 $$ {phone}" };
  assert.match(filled('<b data-standard="municipality">x</b>', standard), />\$&amp; \$1 \$\$ \{phone\}<\/b>$/);
});

test("what is missing is hidden where it may be, and refused where it may not", () => {
  const line = '<p data-if="contacts.mail"><a data-standard="contacts.mail" href="mailto:">x</a></p>';
  const without = { ...STANDARD, contacts: {} };
  const hidden = filled(line, without);
  assert.match(hidden, /^<p data-if="contacts.mail" hidden><a [^>]*><\/a><\/p>$/);
  assert.equal(filled(hidden, without), hidden, "once more changes nothing");
  assert.equal(filled(hidden), filled(line), "and it comes back");
  assert.throws(() => filled('<b data-standard="contacts.phone"></b>', without), /contacts\.phone/);
  assert.throws(() => filled('<b data-standard="municipality"></b>', { municipality: 7 }), /municipality/);
});

test("what was drawn by another standard gives way to the few words, and comes back", () => {
  const form = '<div id="page" data-ahead=""></div>\n<div class="wrap" id="brief">y</div>';
  const by = checksum(JSON.stringify(STANDARD));
  const ahead = (page, standard) => fill(page, JSON.stringify(standard), { by, html: "<div>$& A</div>" });
  const page = ahead(form, STANDARD);
  assert.equal(page, `<div id="page" data-ahead="${by}"><div>$& A</div></div>\n<div class="wrap" id="brief" hidden>y</div>`);
  assert.equal(ahead(page, STANDARD), page, "once more changes nothing");
  const other = ahead(page, { ...STANDARD, municipality: "B" });
  assert.equal(other, form);
  assert.equal(ahead(other, STANDARD), page);
});

test("the page in the browser tells one standard from another as the server does", () => {
  const boot = readFileSync(new URL("../../public/boot.js", import.meta.url), "utf8");
  assert.equal(boot.match(/^function checksum\(text\) \{$[^]*?^\}$/m)?.[0], checksum.toString());
});

test("everything else stays as it is", () => {
  const html = '<p class="x">A <b>b</b> {municipality} &amp; c</p>';
  assert.equal(filled(html), html);
});
