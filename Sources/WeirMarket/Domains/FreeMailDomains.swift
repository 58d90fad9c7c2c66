/// The commonest providers of free mail in the world, so that their users never make a company.
enum FreeMailDomains {
    static let commonest = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))

    private static let text = """
        gmail.com googlemail.com yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.co.in yahoo.co.jp yahoo.co.id
        yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.cn yahoo.com.hk
        yahoo.com.mx yahoo.com.my yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.vn yahoo.ca yahoo.cn
        yahoo.de yahoo.dk yahoo.es yahoo.fr yahoo.gr yahoo.ie yahoo.in yahoo.it yahoo.nl yahoo.no yahoo.pl yahoo.ro
        yahoo.se hotmail.com hotmail.co.uk hotmail.co.jp hotmail.com.ar hotmail.com.br hotmail.com.tr hotmail.be
        hotmail.ca hotmail.ch hotmail.de hotmail.dk hotmail.es hotmail.fi hotmail.fr hotmail.gr hotmail.it hotmail.nl
        hotmail.no hotmail.se outlook.com outlook.co.uk outlook.co.th outlook.com.ar outlook.com.au outlook.com.br
        outlook.at outlook.be outlook.cl outlook.de outlook.dk outlook.es outlook.fr outlook.ie outlook.in outlook.it
        outlook.jp outlook.kr outlook.pt outlook.sa live.com live.co.uk live.com.au live.com.mx live.com.pt live.be
        live.ca live.cn live.de live.dk live.fr live.ie live.in live.it live.jp live.nl live.no live.se msn.com
        passport.com windowslive.com aol.com aol.co.uk aol.de aol.fr aim.com icloud.com me.com mac.com proton.me
        protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.com tuta.io fastmail.com fastmail.fm hey.com
        zoho.com zohomail.com zohomail.eu gmx.com gmx.net gmx.de gmx.at gmx.ch gmx.co.uk gmx.fr gmx.us web.de t-online.de
        freenet.de arcor.de mail.de posteo.de mailbox.org online.de mail.com email.com usa.com inbox.com hushmail.com
        lycos.com excite.com rediffmail.com indiatimes.com in.com sify.com mail.ru bk.ru list.ru inbox.ru yandex.ru
        yandex.com ya.ru rambler.ru ukr.net i.ua meta.ua bigmir.net wp.pl o2.pl onet.pl op.pl interia.pl gazeta.pl
        poczta.fm seznam.cz centrum.cz email.cz post.cz atlas.cz azet.sk zoznam.sk abv.bg mail.bg citromail.hu
        freemail.hu inbox.lv orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it virgilio.it
        alice.it tiscali.it tin.it iol.it email.it terra.es telefonica.net sapo.pt mail.pt iol.pt telenet.be skynet.be
        ziggo.nl kpnmail.nl planet.nl home.nl hetnet.nl xs4all.nl bluewin.ch hispeed.ch aon.at chello.at online.no
        telia.com bredband.net spray.se btinternet.com btopenworld.com virginmedia.com blueyonder.co.uk ntlworld.com
        sky.com talktalk.net tiscali.co.uk eircom.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net
        cox.net charter.net earthlink.net juno.com optonline.net frontier.com windstream.net rogers.com shaw.ca
        sympatico.ca bell.net videotron.ca telus.net bigpond.com bigpond.net.au optusnet.com.au iinet.net.au
        xtra.co.nz qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com
        189.cn aliyun.com 21cn.com naver.com hanmail.net daum.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp
        softbank.ne.jp nifty.com hinet.net pchome.com.tw uol.com.br bol.com.br terra.com.br ig.com.br globo.com
        globomail.com prodigy.net.mx walla.co.il walla.com mweb.co.za telkomsa.net webmail.co.za vodamail.co.za
        """
}
